package shop

import "database/sql"

func insert(db *sql.DB, names []string) error {
	stmt, err := db.Prepare("insert into items values (?)")
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, err := stmt.Exec(name); err != nil {
			return err
		}
	}
	return nil
}

type store struct{ insert *sql.Stmt }

func leavesStored(db *sql.DB, ready bool) (*store, error) {
	stmt, err := db.Prepare("insert into items values (?)") // left "stmt is stored"
	if err != nil {
		return nil, err
	}
	if !ready {
		return nil, sql.ErrConnDone
	}
	return &store{insert: stmt}, nil
}
