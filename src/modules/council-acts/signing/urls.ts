/** Below the signing of an act, and what the mayor returned. */
export const signingUrls = {
  /** The signed file. */
  file: (id: string) => `/zyra/aktet/${id}/nenshkrimi/skedari`,
  /** The paper that is to be signed, as `docx` or `pdf`. */
  paper: (id: string, format: string) => `/zyra/aktet/${id}/nenshkrimi/akti/${format}`,
  mayorReturn: (id: string) => `/zyra/aktet/${id}/kthimi`,
  outcome: (id: string) => `/zyra/aktet/${id}/kthimi/vendimi`,
}
