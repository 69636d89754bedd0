export const columnField = (what: 'sq' | 'en' | 'lloji' | 'njesia' | 'celes' | 'duhet', index: number): string =>
  `${what}-${index + 1}`
