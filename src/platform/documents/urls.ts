/** Addresses of documents, whatever record they stand with; without language prefix. */
export const documentUrls = {
  one: (id: string) => `/dokumente/${id}`,
  file: (id: string) => `/dokumente/${id}/skedari`,
  text: (id: string) => `/dokumente/${id}/teksti`,
  picture: (id: string, kind: 'faqet' | 'gjeresia', n: number | string) => `/dokumente/${id}/${kind}/${n}`,
}

/** A file of a document, in a language and, if not the newest, of a version. */
export function ofVersion(address: string, file: { lang: string; version?: number | undefined }): string {
  const query = new URLSearchParams({ gjuha: file.lang })
  if (file.version !== undefined) query.set('versioni', String(file.version))
  return `${address}?${query}`
}
