const page = (id: string) => `/zyra/aktet/${id}/shpallja`
const beneath = (part: string) => (id: string) => `${page(id)}/${part}`

export const announcingUrls = {
  page,
  forceDay: beneath('dita'),
  notifications: beneath('njoftimet'),
  postings: beneath('afishimet'),
  takeOff: (id: string, posting: string) => `${page(id)}/afishimet/${posting}/heqja`,
  restriction: beneath('kufizimi'),
  opening: beneath('hapja'),
  correction: beneath('ndreqja'),
  suspension: beneath('pezullimi'),
  resumption: beneath('rifillimi'),
  history: (ref: string) => `/zyra/historiku?rekordi=${ref}`,
  takeDown: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
}
