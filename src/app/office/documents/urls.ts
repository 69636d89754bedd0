/** The central list of documents in the office; without language prefix. */
export const officeDocumentUrls = {
  list: () => '/zyra/dokumentet',
  one: (id: string) => `/zyra/dokumentet/${id}`,
  file: (id: string) => `/zyra/dokumentet/${id}/skedari`,
  text: (id: string) => `/zyra/dokumentet/${id}/teksti`,
  picture: (id: string, kind: 'faqet' | 'gjeresia', n: number | string) => `/zyra/dokumentet/${id}/${kind}/${n}`,
  correction: (id: string) => `/zyra/dokumentet/${id}/ndryshimi`,
  files: (id: string) => `/zyra/dokumentet/${id}/skedaret`,
  archive: () => '/zyra/dokumentet/arkivi',
  space: () => '/zyra/dokumentet/hapesira',
  quota: (institutionId: string) => `/zyra/dokumentet/hapesira/${institutionId}`,
}
