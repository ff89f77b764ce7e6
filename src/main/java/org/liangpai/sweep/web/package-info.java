/** The pages of sweeps. */
package org.liangpai.sweep.web;
