/** Addresses of this room, without language. */
export const meansOfficeUrls = {
  person: (id: string) => `/zyra/njerezit/${id}`,
  removeFactor: (id: string) => `/zyra/njerezit/${id}/faktori/heqja`,
}
