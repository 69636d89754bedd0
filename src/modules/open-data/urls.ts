/** In the office; without language prefix. */
export const officeUrls = {
  list: () => '/zyra/te-dhenat',
  create: () => '/zyra/te-dhenat/e-re',
  one: (id: string) => `/zyra/te-dhenat/${id}`,
  change: (id: string) => `/zyra/te-dhenat/${id}/ndryshimi`,
  publish: (id: string) => `/zyra/te-dhenat/${id}/botimi`,
  withdraw: (id: string) => `/zyra/te-dhenat/${id}/terheqja`,
}

/** The page of a dataset that everybody reads. */
export const publicUrl = (slug: string): string => `/te-dhena/${slug}`

/** Where a table is brought in, with the register chosen: a room of the office. */
export const importUrl = (target: string): string => `/zyra/importet/i-ri?regjistri=${encodeURIComponent(target)}`
