/** The public addresses of a case, without language prefix. They stand in letters and on paper, and last for ever. */
export const caseAddresses = {
  letter: (token: string) => `/shkrimi/${token}`,
  lookup: (number: string, code: string) => `/ceshtja?numri=${encodeURIComponent(number)}&kodi=${code}`,
  short: () => '/ceshtja',
}
