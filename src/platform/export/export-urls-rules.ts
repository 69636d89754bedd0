/** Addresses of open data, without language prefix. They last for ever. */
export const openDataUrls = {
  list: () => '/te-dhena',
  dataset: (name: string) => `/te-dhena/${name}`,
  file: (name: string, extension: string) => `/te-dhena/${name}.${extension}`,
  dump: (name: string) => `/te-dhena/${name}/pako.zip`,
  oldDump: (name: string, sha256: string) => `/te-dhena/${name}/pako-${sha256}.zip`,
  dumps: () => '/te-dhena/pako',
  sums: () => '/te-dhena/pako/SHA256SUMS',
  catalogue: () => '/te-dhena/katalogu.jsonld',
  catalogueTurtle: () => '/te-dhena/katalogu.ttl',
  api: () => '/api/v1',
  openApi: () => '/api/v1/openapi.json',
  rows: (name: string) => `/api/v1/${name}`,
  /** Councils in the formats of others: OParl 1.1 and Popolo. */
  oparl: () => '/oparl/v1.1/system',
  popolo: () => '/popolo',
  problem: (kind: string) => `/problems/${kind}`,
}
