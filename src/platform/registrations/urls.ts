/** One's own registration, by the private link in the letter; without language prefix. */
export const registrationUrls = {
  one: (token: string) => `/regjistrimi/${token}`,
  confirm: (token: string) => `/regjistrimi/${token}/konfirmimi`,
  withdraw: (token: string) => `/regjistrimi/${token}/terheqja`,
}
