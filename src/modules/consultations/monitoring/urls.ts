/** The monitoring of a plan: what everybody reads, without language prefix, and where the office writes it. */
export const monitoringUrls = {
  one: (planId: string) => `/konsultime/plane/${planId}/monitorimi`,
  file: (planId: string, format: string) => `/konsultime/plane/${planId}/monitorimi.${format}`,
  version: (planId: string, n: number | string) => `/konsultime/plane/${planId}/monitorimi/versioni/${n}`,
  versionFile: (planId: string, n: number | string, format: string) =>
    `/konsultime/plane/${planId}/monitorimi/versioni/${n}.${format}`,
}

export const officeMonitoringUrls = {
  list: () => '/zyra/plane/monitorimi',
  one: (planId: string) => `/zyra/plane/${planId}/monitorimi`,
  publication: (planId: string) => `/zyra/plane/${planId}/monitorimi/publikimi`,
  /** From a consultation to the monitoring of its plan, or to why there is none. */
  ofConsultation: (consultationId: string) => `/zyra/konsultime/${consultationId}/monitorimi`,
}
