/** The file cannot be read: `message` is French and says what to do. Made of text alone, it survives the way out of a worker. */
export class TableurIllisible extends Error {
  override readonly name = 'TableurIllisible';
}
