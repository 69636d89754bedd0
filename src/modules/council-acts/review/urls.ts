const transmittals = () => '/zyra/aktet/dergesat'
const transmittal = (id: string) => `${transmittals()}/${id}`
const review = (id: string) => `/zyra/aktet/${id}/ligjshmeria`
const desk = () => '/zyra/ligjshmeria'

/** The review of legality in the office; without language prefix. */
export const reviewUrls = {
  list: transmittals,
  create: () => `${transmittals()}/e-re`,
  one: transmittal,
  change: (id: string) => `${transmittal(id)}/ndryshimi`,
  send: (id: string) => `${transmittal(id)}/dergimi`,
  discard: (id: string) => `${transmittal(id)}/fshirja`,
  withdraw: (id: string) => `${transmittal(id)}/terheqja`,
  receive: (id: string) => `${transmittal(id)}/pranimi`,
  verdicts: (id: string) => `${transmittal(id)}/pergjigjja`,
  letter: (id: string, format: string) => `${transmittal(id)}/shkresa/${format}`,
  bundle: (id: string) => `${transmittal(id)}/pakoja`,
  /** One act: its story, and what can be entered. */
  act: review,
  verdict: (id: string) => `${review(id)}/pergjigjja`,
  reExamine: (id: string) => `${review(id)}/rishqyrtimi`,
}

/** The authority's own desk. */
export const deskUrls = {
  list: desk,
  one: (id: string) => `${desk()}/${id}`,
  receive: (id: string) => `${desk()}/${id}/pranimi`,
  verdicts: (id: string) => `${desk()}/${id}/pergjigjja`,
  letter: (id: string, format: string) => `${desk()}/${id}/shkresa/${format}`,
  bundle: (id: string) => `${desk()}/${id}/pakoja`,
  act: (id: string, act: string) => `${desk()}/${id}/aktet/${act}`,
  document: (id: string, act: string, document: string) => `${desk()}/${id}/aktet/${act}/dokumentet/${document}`,
}
