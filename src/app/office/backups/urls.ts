/** Addresses of the copies, without language prefix. */
export const backupUrls = {
  runs: () => '/zyra/kopjet',
  now: () => '/zyra/kopjet/tani',
  settings: () => '/zyra/kopjet/cilesimet',
}
