/** No stored text has a NUL, and PostgreSQL refuses even to compare with one. */
export const isStorable = (text: string): boolean => !text.includes('\0')
