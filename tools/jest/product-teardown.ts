/** Stops the product of the journeys and drops its database. */
export default async function productTeardown(): Promise<void> {
  await globalThis.stopProduct?.();
}
