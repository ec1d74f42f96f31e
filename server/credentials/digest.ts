/** What a hasher has made of a password, as it came or as we made it: not sealed. */
export interface Digest {
  readonly hasher: string
  readonly digest: string
}
