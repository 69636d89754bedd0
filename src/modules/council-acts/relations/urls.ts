const page = (id: string) => `/zyra/aktet/${id}/lidhjet`
const states = (id: string) => `/zyra/aktet/${id}/redaksite`

export const relationUrls = {
  page,
  find: (id: string) => `${page(id)}/gjetja`,
  confirm: (id: string, relation: string) => `${page(id)}/${relation}/konfirmimi`,
  drop: (id: string, relation: string) => `${page(id)}/${relation}/heqja`,
  states,
  givePlanUp: (id: string) => `${states(id)}/heqja`,
  /** Relations that nobody has confirmed, of all acts. */
  doubts: () => '/zyra/aktet/lidhje-ne-dyshim',
}
