/** What everybody opens; without language prefix. Canonical addresses last for ever. */
export const meetingUrls = {
  list: () => '/takime',
  one: (slug: string) => `/takime/${slug}`,
  data: (slug: string) => `/takime/${slug}.json`,
  calendar: (slug: string) => `/takime/${slug}.ics`,
  document: (slug: string, id: string) => `/takime/${slug}/dokumente/${id}`,
  register: (slug: string) => `/takime/${slug}/regjistrimi`,
  registered: (slug: string) => `/takime/${slug}/regjistrimi/derguar`,
}

/** One's own registration, by the private link in the letter. */
export const registrationUrls = {
  one: (token: string) => `/regjistrimi/${token}`,
  confirm: (token: string) => `/regjistrimi/${token}/konfirmimi`,
  withdraw: (token: string) => `/regjistrimi/${token}/terheqja`,
}

export const officeUrls = {
  list: () => '/zyra/takime',
  create: () => '/zyra/takime/i-ri',
  createAbout: (ref: string) => `/zyra/takime/i-ri?rreth=${encodeURIComponent(ref)}`,
  one: (id: string) => `/zyra/takime/${id}`,
  change: (id: string) => `/zyra/takime/${id}/ndryshimi`,
  publish: (id: string) => `/zyra/takime/${id}/publikimi`,
  postpone: (id: string) => `/zyra/takime/${id}/shtyrja`,
  cancel: (id: string) => `/zyra/takime/${id}/anulimi`,
  writeUp: (id: string) => `/zyra/takime/${id}/zhvillimi`,
  minutes: (id: string) => `/zyra/takime/${id}/procesverbali`,
  outcomes: (id: string) => `/zyra/takime/${id}/perfundimet`,
  links: (id: string) => `/zyra/takime/${id}/lidhjet`,
  unlink: (id: string) => `/zyra/takime/${id}/lidhjet/heqja`,
  documents: (id: string) => `/zyra/takime/${id}/dokumente`,
  document: (id: string, documentId: string) => `/zyra/takime/${id}/dokumente/${documentId}`,
  removeDocument: (id: string, documentId: string) => `/zyra/takime/${id}/dokumente/${documentId}/heqja`,
  registrations: (id: string) => `/zyra/takime/${id}/regjistrimet`,
  takeBack: (id: string, registrationId: string) => `/zyra/takime/${id}/regjistrimet/${registrationId}/terheqja`,
  door: (id: string) => `/zyra/takime/${id}/dera`,
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
  task: (id: string) => `/zyra/puna/${id}`,
}
