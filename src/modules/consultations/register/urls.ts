/** The register of drafts and consultations, and the complaint about one, without language prefix. */
export const registerUrls = {
  list: () => '/konsultime/regjistri',
  file: (extension: string) => `/konsultime/regjistri.${extension}`,
  ofInstitution: (slug: string) => `/i/${slug}/regjistri-i-konsultimeve`,
  /** The matrix of comments and answers, and the report: pages of their own rooms. */
  answers: (slug: string) => `/konsultime/${slug}/pergjigjet`,
  report: (slug: string) => `/konsultime/${slug}/raporti`,
  complaint: (slug: string) => `/konsultime/${slug}/ankimi`,
}
