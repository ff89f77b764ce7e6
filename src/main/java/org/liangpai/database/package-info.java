/** The embedded default database: a real PostgreSQL server that lives and ends with the service. */
package org.liangpai.database;
