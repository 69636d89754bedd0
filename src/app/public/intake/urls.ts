/** Where anybody writes to an institution, and sees how far their case has come; without language prefix. */
export const writeUrls = {
  choose: () => '/shkruani',
  form: (slug: string) => `/shkruani/${slug}`,
  sent: (slug: string) => `/shkruani/${slug}/derguar`,
  letter: (token: string) => `/shkrimi/${token}`,
  confirmation: (token: string) => `/shkrimi/${token}/konfirmimi`,
  lookup: () => '/ceshtja',
}
