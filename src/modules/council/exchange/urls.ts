/** Addresses for programs; without language prefix. They are ids of what stands there, and last for ever. */
export const exchangeUrls = {
  oparl: () => '/oparl/v1.1',
  system: () => '/oparl/v1.1/system',
  bodies: () => '/oparl/v1.1/bodies',
  body: (slug: string) => `/oparl/v1.1/bodies/${slug}`,
  bodyList: (slug: string, list: string) => `/oparl/v1.1/bodies/${slug}/${list}`,
  object: (list: string, id: string) => `/oparl/v1.1/${list}/${id}`,
  meetingsOf: (organization: string) => `/oparl/v1.1/organizations/${organization}/meetings`,
  popolo: () => '/popolo',
  popoloOf: (slug: string) => `/popolo/${slug}.json`,
  popoloVotes: (slug: string) => `/popolo/${slug}/votimet.json`,
}
