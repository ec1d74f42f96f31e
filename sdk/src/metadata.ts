/** A JSON object with keys of your own, as it was stored. */
export type Metadata = Readonly<Record<string, unknown>>

/** The same on its way to the server. */
// biome-ignore lint/suspicious/noExplicitAny: with `unknown`, values that are typed as interfaces do not fit
export type MetadataInput = Readonly<Record<string, any>>
