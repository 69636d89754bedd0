/** Addresses of people's own data, without language prefix. */
export const ownDataUrls = {
  overview: () => '/llogaria/te-dhenat',
  language: () => '/llogaria/te-dhenat/gjuha',
  name: () => '/llogaria/te-dhenat/emri',
  address: () => '/llogaria/te-dhenat/adresa',
  confirmAddress: (token: string) => `/llogaria/te-dhenat/adresa/${token}`,
  withdrawal: (id: string) => `/llogaria/te-dhenat/pelqimet/${id}/terheqja`,
  json: () => '/llogaria/te-dhenat/te-dhenat-e-mia.json',
  file: () => '/llogaria/te-dhenat/te-dhenat-e-mia.html',
  erase: () => '/llogaria/te-dhenat/fshirja',
  eraseCode: () => '/llogaria/te-dhenat/fshirja/kodi',
  erased: () => '/te-dhenat-u-fshine',
  /** Who of the officials looked at them. */
  accesses: () => '/llogaria/kush-i-pa',
  lostLinks: () => '/lidhjet-e-mia',
}
