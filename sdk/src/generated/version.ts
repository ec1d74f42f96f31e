// Made by `npm run generate` from contract/. Edit that, not this file.
export const version = '0.1.0'
