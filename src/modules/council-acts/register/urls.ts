/** The register in its other forms, without language prefix; the pages themselves are in the root's `urls.ts`. */
export const registerUrls = {
  file: (extension: string) => `/aktet/regjistri.${extension}`,
  /** On the site of an institution. */
  ofInstitution: (slug: string) => `/i/${slug}/aktet`,
}
