/** The API of sweeps and of verdicts. */
package org.liangpai.sweep.api;
