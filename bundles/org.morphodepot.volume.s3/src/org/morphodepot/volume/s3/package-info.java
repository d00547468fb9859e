/**
 * Object stores that speak S3: Amazon's and those of institutes (Ceph, MinIO, s3proxy).
 * {@link org.morphodepot.volume.s3.S3Stores} is found as a service; nothing else is meant to be used from outside.
 */
package org.morphodepot.volume.s3;
