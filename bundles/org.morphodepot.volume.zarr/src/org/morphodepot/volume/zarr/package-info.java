/**
 * OME-Zarr images and plain Zarr arrays. {@link org.morphodepot.volume.zarr.ZarrFormat} opens them from any store,
 * {@code OmeZarrWriter} writes an image with its pyramid. Found as services; nobody calls this bundle directly. The
 * packages below go from bytes to images: {@code codec} and {@code blosc}, {@code chunk}, {@code metadata}, {@code
 * array}, {@code ngff}, {@code write}.
 */
package org.morphodepot.volume.zarr;
