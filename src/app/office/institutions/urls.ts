/** The office's pages of institutions, without language prefix. */
const one = (id: string) => `/zyra/institucionet/${id}`

export const institutionOfficeUrls = {
  list: () => '/zyra/institucionet',
  found: () => '/zyra/institucionet/i-ri',
  one,
  facts: (id: string) => `${one(id)}/ndryshimi`,
  names: (id: string) => `${one(id)}/emri`,
  closing: (id: string) => `${one(id)}/mbyllja`,
  emblem: (id: string) => `${one(id)}/stema`,
  addresses: (id: string) => `${one(id)}/adresat`,
  closures: (id: string) => `${one(id)}/pushimet`,
  removeClosure: (id: string, closure: string) => `${one(id)}/pushimet/${closure}/heqja`,
  settings: (id: string) => `${one(id)}/rregullimet`,
  foundBody: (id: string) => `${one(id)}/organet/i-ri`,
  body: (id: string, body: string) => `${one(id)}/organet/${body}`,
  changeBody: (id: string, body: string) => `${one(id)}/organet/${body}/ndryshimi`,
  endBody: (id: string, body: string) => `${one(id)}/organet/${body}/mbarimi`,
  members: (id: string, body: string) => `${one(id)}/organet/${body}/anetaret`,
  leaving: (id: string, body: string) => `${one(id)}/organet/${body}/largimi`,
  topics: (id: string) => `${one(id)}/fushat`,
  topic: (id: string, topic: string) => `${one(id)}/fushat/${topic}`,
  retireTopic: (id: string, topic: string) => `${one(id)}/fushat/${topic}/heqja`,
  places: (id: string) => `${one(id)}/vendet`,
  place: (id: string, place: string) => `${one(id)}/vendet/${place}`,
  retirePlace: (id: string, place: string) => `${one(id)}/vendet/${place}/heqja`,
}
