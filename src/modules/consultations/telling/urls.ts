/** Every address of telling people what became of their words, without language prefix. */
export const tellingUrls = {
  answers: (slug: string) => `/konsultime/${slug}/pergjigjet`,
  answer: (slug: string, code: string) => `/konsultime/${slug}/pergjigjet/${code}`,
  complaint: (slug: string) => `/konsultime/${slug}/ankimi`,
  rating: (token: string) => `/vleresimi/${token}`,
  /** One point of a letter with many. */
  ratingOf: (token: string, code: string) => `/vleresimi/${token}?komenti=${code}`,
  ownRating: (key: string) => `/komenti/${key}/vleresimi`,
  satisfaction: () => '/kenaqesia',
  register: () => '/te-dhena/kenaqesia',
  papers: (id: string) => `/zyra/konsultime/${id}/pergjigjet/letrat`,
  ratings: (id: string) => `/zyra/konsultime/${id}/pergjigjet/vleresimet`,
}
