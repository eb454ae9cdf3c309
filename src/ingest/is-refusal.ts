/** Whether the database refused what was written for what it holds (SQLSTATE classes of data exceptions, broken constraints, limits). */
export const isRefusal = (error: unknown): boolean => /^(?:22|23|54)/.test(String((error as { code?: unknown }).code ?? ''))
