/** The public page of a rule, without language prefix: what an explanation anywhere leads to. */
export const ruleUrl = (ruleId: string): string => `/afatet/${ruleId}`
