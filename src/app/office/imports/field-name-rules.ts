export const columnField = (index: number): string => `kolona-${index + 1}`
export const questionField = (id: string): string => `p-${id}`
