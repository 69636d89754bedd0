/** Addresses of the office that belong to no module, without language prefix. */
export const officeUrls = {
  first: () => '/zyra',
  mail: () => '/zyra/posta',
  letter: (id: string) => `/zyra/posta/${id}`,
  sendAgain: (id: string) => `/zyra/posta/${id}/dergimi`,
  rights: () => '/zyra/te-drejtat',
  gallery: () => '/zyra/pamja',
}
