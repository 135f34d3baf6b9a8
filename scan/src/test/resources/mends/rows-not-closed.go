package shop

import "database/sql"

func names(db *sql.DB) ([]string, error) {
	rows, err := db.Query("select name from items")
	if err != nil {
		return nil, err
	}
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func leavesCursor(db *sql.DB, ready bool) (*sql.Rows, error) {
	rows, err := db.Query("select name from items") // left "rows is returned"
	if err != nil {
		return nil, err
	}
	if !ready {
		return nil, sql.ErrNoRows
	}
	return rows, nil
}
