/** What one who is called opens by the link in the letter; without language prefix. */
export const invitedUrls = {
  page: (token: string) => `/thirrja/${token}`,
  answer: (token: string) => `/thirrja/${token}/pergjigja`,
  conflict: (token: string) => `/thirrja/${token}/konflikti`,
  liftConflict: (token: string) => `/thirrja/${token}/konflikti/heqja`,
  calendar: (token: string) => `/thirrja/${token}/kalendari.ics`,
  package: (token: string) => `/thirrja/${token}/paketa.pdf`,
  document: (token: string, id: string) => `/thirrja/${token}/dokumente/${id}`,
}

export const publicUrls = {
  registered: (slug: string) => `/mbledhje/${slug}/pjesemarrja/derguar`,
  writeTo: (slug: string) => `/keshilltare/${slug}/shkruaj`,
  written: (slug: string) => `/keshilltare/${slug}/shkruaj/derguar`,
}

const base = (id: string) => `/zyra/keshilli/mbledhje/${id}/ftesat`

export const invitationOfficeUrls = {
  list: base,
  send: (id: string) => `${base(id)}/dergimi`,
  guests: (id: string) => `${base(id)}/te-ftuar`,
  letters: (id: string) => `${base(id)}/letrat.pdf`,
  one: (id: string, invitation: string) => `${base(id)}/${invitation}`,
  channel: (id: string, invitation: string) => `${base(id)}/${invitation}/kanali`,
  answer: (id: string, invitation: string) => `${base(id)}/${invitation}/pergjigja`,
  handed: (id: string, invitation: string) => `${base(id)}/${invitation}/dorezimi`,
  link: (id: string, invitation: string) => `${base(id)}/${invitation}/lidhja`,
  end: (id: string, invitation: string) => `${base(id)}/${invitation}/heqja`,
  offer: (id: string) => `/zyra/keshilli/mbledhje/${id}/publiku`,
  registrations: (id: string) => `/zyra/keshilli/mbledhje/${id}/publiku/te-regjistruarit`,
  takeBack: (id: string, registration: string) =>
    `/zyra/keshilli/mbledhje/${id}/publiku/te-regjistruarit/${registration}/terheqja`,
  door: (id: string) => `/zyra/keshilli/mbledhje/${id}/publiku/dera`,
}
