/** Addresses of retention and of people's requests at the counter, without language prefix. */
export const retentionUrls = {
  rules: () => '/zyra/ruajtja',
  requests: () => '/zyra/te-dhenat-e-personave',
  request: (id: string) => `/zyra/te-dhenat-e-personave/${id}`,
  erasure: (id: string) => `/zyra/te-dhenat-e-personave/${id}/fshirja`,
  json: (id: string) => `/zyra/te-dhenat-e-personave/${id}/te-dhenat.json`,
}
