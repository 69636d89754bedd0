/** Part of the title, whatever its accents and capitals; %, _ and \ stand for themselves. */
export const likePattern = (words: string): string =>
  `%${words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
