/** Addresses of the log, without language prefix. Those that machines read are named by C2SP tlog-tiles. */
export const ledgerUrls = {
  log: () => '/ditari',
  data: () => '/ditari.json',
  csv: () => '/ditari.csv',
  entry: (index: number) => `/ditari/${index}`,
  entryData: (index: number) => `/ditari/${index}.json`,
  entryProof: (index: number) => `/ditari/${index}.tlog-proof`,
  ofRecord: (ref: string) => `/ditari?lenda=${ref}`,
  consistency: () => '/ditari/vazhdimesia',
  consistencyData: () => '/ditari/vazhdimesia.json',
  between: (from: number, to: number) => `/ditari/vazhdimesia?nga=${from}&deri=${to}`,
  betweenData: (from: number, to: number) => `/ditari/vazhdimesia.json?nga=${from}&deri=${to}`,
  checkpoint: () => '/ditari/checkpoint',
  keys: () => '/ditari/celesat',
  receipt: () => '/verifiko/vertetim',
}
