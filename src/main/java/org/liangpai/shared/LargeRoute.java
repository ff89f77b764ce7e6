package org.liangpai.shared;

/** Routes that take more than the service takes elsewhere, because what is sent goes to a file. */
public interface LargeRoute {

  /** Whether a request is for one of them. */
  boolean takes(String path, String contentType);

  /** The largest body in bytes. */
  long largest();
}
