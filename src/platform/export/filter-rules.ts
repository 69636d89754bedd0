import type { Column, Dataset } from './dataset.ts'

/** In addresses the institution is called as everywhere else on the site; other columns keep their names. */
export const parameterOf = (column: string): string => (column === 'institution' ? 'institucioni' : column)

export const filterNames = ({ filters, columns }: Dataset): { parameter: string; column: Column }[] =>
  filters.flatMap((name) => {
    const column = columns.find((one) => one.name === name)
    return column ? [{ parameter: parameterOf(name), column }] : []
  })

export const hasInstitutions = ({ filters, institutionId }: Dataset): boolean =>
  institutionId === null && filters.includes('institution')
