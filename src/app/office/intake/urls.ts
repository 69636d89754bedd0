/** Addresses of the incoming papers, without language prefix. */
export const intakeUrls = {
  inbox: () => '/zyra/hyrjet',
  csv: () => '/zyra/hyrjet/regjistri.csv',
  counter: () => '/zyra/hyrjet/sporteli',
  unsorted: () => '/zyra/hyrjet/posta/pa-adresuar',
  giveTo: (id: string) => `/zyra/hyrjet/posta/pa-adresuar/${id}`,
  setAside: () => '/zyra/hyrjet/posta/menjane',
  makeCase: (id: string) => `/zyra/hyrjet/posta/menjane/${id}`,
  one: (id: string) => `/zyra/hyrjet/${id}`,
  receipt: (id: string) => `/zyra/hyrjet/${id}/vertetimi`,
  document: (id: string, documentId: string) => `/zyra/hyrjet/${id}/dokumente/${documentId}`,
  assign: (id: string) => `/zyra/hyrjet/${id}/caktimi`,
  start: (id: string) => `/zyra/hyrjet/${id}/fillimi`,
  protocol: (id: string) => `/zyra/hyrjet/${id}/protokolli`,
  split: (id: string) => `/zyra/hyrjet/${id}/ndarja`,
  answer: (id: string, pointId: string) => `/zyra/hyrjet/${id}/pikat/${pointId}/pergjigjja`,
  assignPoint: (id: string, pointId: string) => `/zyra/hyrjet/${id}/pikat/${pointId}/caktimi`,
  close: (id: string) => `/zyra/hyrjet/${id}/mbyllja`,
  reopen: (id: string) => `/zyra/hyrjet/${id}/rihapja`,
  discard: (id: string) => `/zyra/hyrjet/${id}/menjanimi`,
  duplicate: (id: string) => `/zyra/hyrjet/${id}/dyfishi`,
  transfer: (id: string) => `/zyra/hyrjet/${id}/kalimi`,
  clock: (id: string) => `/zyra/hyrjet/${id}/afati`,
  extend: (id: string) => `/zyra/hyrjet/${id}/afati/zgjatja`,
  pause: (id: string) => `/zyra/hyrjet/${id}/afati/pezullimi`,
  resume: (id: string) => `/zyra/hyrjet/${id}/afati/vijimi`,
  correct: (id: string) => `/zyra/hyrjet/${id}/ndreqja`,
  papers: (id: string) => `/zyra/hyrjet/${id}/letrat`,
}

/** Pages of other rooms that know a case by its reference. */
export const besideUrls = {
  newLetter: (id: string) => `/zyra/shkresa/e-re?subjekti=${encodeURIComponent(`intake.case:${id}`)}`,
  tasks: (id: string) => `/zyra/puna/rekordi?rekordi=${encodeURIComponent(`intake.case:${id}`)}`,
}
