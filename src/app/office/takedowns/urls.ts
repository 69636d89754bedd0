/** Addresses of takedowns, without language prefix. */
export const takedownUrls = {
  list: () => '/zyra/heqjet',
  new: () => '/zyra/heqjet/e-re',
  newOf: (ref: string) => `/zyra/heqjet/e-re?rekordi=${ref}`,
  one: (id: string) => `/zyra/heqjet/${id}`,
  lift: (id: string) => `/zyra/heqjet/${id}/kthimi`,
}
