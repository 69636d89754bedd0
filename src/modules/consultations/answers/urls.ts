/** An answer at its lasting address; the list of them is the feedback matrix. */
export const answerUrls = {
  one: (slug: string, code: string) => `/konsultime/${slug}/pergjigjet/${code}`,
  data: (slug: string, code: string) => `/konsultime/${slug}/pergjigjet/${code}.json`,
}

export const officeAnswerUrls = {
  work: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet`,
  write: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/e-re`,
  bulk: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/veprimi`,
  /** Leads on to the form, with whoever was ticked. */
  choose: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/zgjedhja`,
  publish: (consultationId: string) => `/zyra/konsultime/${consultationId}/pergjigjet/publikimi`,
  one: (id: string) => `/zyra/pergjigjet/${id}`,
  decision: (id: string) => `/zyra/pergjigjet/${id}/vendimi`,
  publication: (id: string) => `/zyra/pergjigjet/${id}/publikimi`,
  correction: (id: string) => `/zyra/pergjigjet/${id}/korrigjimi`,
  discarding: (id: string) => `/zyra/pergjigjet/${id}/heqja`,
  moving: (id: string) => `/zyra/pergjigjet/${id}/komentet`,
  ofGroup: (id: string) => `/zyra/pergjigjet/${id}/grupi`,
  reasons: () => '/zyra/arsyet',
  newReason: () => '/zyra/arsyet/e-re',
  reason: (id: string) => `/zyra/arsyet/${id}`,
  retire: (id: string) => `/zyra/arsyet/${id}/perdorimi`,
}
