const meetings = (): string => '/zyra/keshilli/mbledhje'
const papers = (): string => '/zyra/keshilli/materiale'
const meeting = (id: string): string => `${meetings()}/${id}`
const agenda = (id: string): string => `${meeting(id)}/rendi`
const paper = (id: string): string => `${papers()}/${id}`

/** Where meetings and papers are prepared. */
/** Where the next thing of a meeting is done. */
export const stepUrl = (
  id: string,
  step: 'facts' | 'agenda' | 'convene' | 'invite' | 'hold' | 'record' | 'minutes',
): string => {
  const deep = {
    facts: '/ndryshimi',
    agenda: '/rendi',
    convene: '#thirrja',
    invite: '/ftesat',
    hold: '/zhvillimi',
    record: '/zhvillimi',
    minutes: '/procesverbali',
  }
  return `${meeting(id)}${deep[step]}`
}

export const conveningUrls = {
  meetings,
  meeting,
  create: () => `${meetings()}/e-re`,
  change: (id: string) => `${meeting(id)}/ndryshimi`,
  convene: (id: string) => `${meeting(id)}/thirrja`,
  postpone: (id: string) => `${meeting(id)}/shtyrja`,
  cancel: (id: string) => `${meeting(id)}/anulimi`,
  postings: (id: string) => `${meeting(id)}/afishimet`,
  documents: (id: string) => `${meeting(id)}/dokumente`,
  removeDocument: (id: string, documentId: string) => `${meeting(id)}/dokumente/${documentId}/heqja`,
  noticeFile: (id: string, file: string) => `${meeting(id)}/njoftimi/${file}`,
  agenda,
  addPapers: (id: string) => `${agenda(id)}/materialet`,
  carry: (id: string) => `${agenda(id)}/bartja`,
  order: (id: string) => `${agenda(id)}/radha`,
  item: (id: string, itemId: string) => `${agenda(id)}/${itemId}`,
  withdraw: (id: string, itemId: string) => `${agenda(id)}/${itemId}/heqja`,
  papers,
  paper,
  createPaper: () => `${papers()}/i-ri`,
  changePaper: (id: string) => `${paper(id)}/ndryshimi`,
  publishPaper: (id: string) => `${paper(id)}/botimi`,
  opinions: (id: string) => `${paper(id)}/mendimet`,
  links: (id: string) => `${paper(id)}/lidhjet`,
  unlink: (id: string) => `${paper(id)}/lidhjet/heqja`,
  paperDocuments: (id: string) => `${paper(id)}/dokumente`,
  removePaperDocument: (id: string, documentId: string) => `${paper(id)}/dokumente/${documentId}/heqja`,
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
  document: (id: string) => `/zyra/dokumentet/${id}`,
}
