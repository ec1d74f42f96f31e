export const doctor = async (..._: unknown[]) => 0
